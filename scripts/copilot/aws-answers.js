const account = '123456789012';
const region = 'us-east-1';
const arn = (name) => `arn:aws:cloudformation:${region}:${account}:stack/${name}/0`;
const version = 'v1.29.0';
const environmentParameters = [
  'ALBWorkloads',
  'Aliases',
  'AppDNSDelegationRole',
  'AppDNSName',
  'AppName',
  'AppRunnerPrivateWorkloads',
  'CreateHTTPSListener',
  'CreateInternalHTTPSListener',
  'EFSWorkloads',
  'EnvironmentName',
  'InternalALBWorkloads',
  'NATWorkloads',
  'ServiceDiscoveryEndpoint',
  'ToolsAccountPrincipalARN',
];

/** A parameter of SSM by which Copilot knows its application and environments. */
export function answerParameter(name, { application, environments, domain }) {
  const root = `/copilot/applications/${application}`;
  const values = {
    [root]: { name: application, account, domain, domainHostedZoneID: domain && 'Z1', version: '1.2' },
  };
  for (const environment of environments) {
    values[`${root}/environments/${environment}`] = {
      app: application,
      name: environment,
      region,
      accountID: account,
      registryURL: '',
      executionRoleARN: `arn:aws:iam::${account}:role/execution`,
      managerRoleARN: `arn:aws:iam::${account}:role/manager`,
    };
  }
  const value = values[name];
  if (value === undefined) return { status: 400, body: JSON.stringify({ __type: 'ParameterNotFound', message: name }) };
  const parameter = { Name: name, Type: 'String', Value: JSON.stringify(value), Version: 1 };
  return { status: 200, body: JSON.stringify({ Parameter: parameter }) };
}

function fields(values) {
  return Object.entries(values)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('');
}

const member = (values) => `<member>${fields(values)}</member>`;

function stack(name, parameters, outputs, application) {
  return `<Stacks>${member({
    StackName: name,
    StackId: arn(name),
    StackStatus: 'CREATE_COMPLETE',
    CreationTime: '2026-01-01T00:00:00Z',
    Parameters: parameters.map((key) => member({ ParameterKey: key, ParameterValue: '' })).join(''),
    Outputs: outputs.map(([key, value]) => member({ OutputKey: key, OutputValue: value })).join(''),
    Tags: member({ Key: 'copilot-application', Value: application }),
  })}</Stacks>`;
}

function summary(isStackSet) {
  const metadata = isStackSet ? { TemplateVersion: version, Version: '1', Services: [] } : { Version: version };
  const parameters = environmentParameters.map((key) => member({ ParameterKey: key })).join('');
  return fields({ Metadata: JSON.stringify(metadata), Parameters: parameters });
}

function result(query, { application, environments }) {
  const name = query.get('StackName') ?? '';
  const isStackSet = query.has('StackSetName');
  const isEnvironment = environments.some((environment) => name === `${application}-${environment}`);
  const regional = arn(`StackSet-${application}-infrastructure`);
  switch (query.get('Action')) {
    case 'GetCallerIdentity':
      return fields({ Arn: `arn:aws:iam::${account}:user/check`, UserId: 'U', Account: account });
    case 'AssumeRole':
      return fields({
        Credentials: fields({
          AccessKeyId: 'A',
          SecretAccessKey: 'S',
          SessionToken: 'T',
          Expiration: '2099-01-01T00:00:00Z',
        }),
      });
    case 'DescribeStacks':
      if (isEnvironment) return stack(name, environmentParameters, [['EnabledFeatures', ',,,,,']], application);
      if (name !== regional) return undefined;
      return stack(
        'regional',
        [],
        [
          ['KMSKeyARN', `arn:aws:kms:${region}:${account}:key/k`],
          ['PipelineBucket', 'artifacts'],
        ],
        application,
      );
    case 'GetTemplateSummary':
      return isEnvironment || isStackSet || name === regional ? summary(isStackSet) : undefined;
    case 'ListStackInstances':
      return fields({
        Summaries: member({ StackId: regional, Region: region, Account: account, Status: 'CURRENT' }),
      });
    default:
      return undefined;
  }
}

/** STS and CloudFormation, as far as packaging asks them; of any other stack they say that it does not exist. */
export function answerQuery(query, world) {
  const action = query.get('Action');
  const body = result(query, world);
  if (body === undefined) {
    const error = { Type: 'Sender', Code: 'ValidationError', Message: `${action}: does not exist` };
    return { status: 400, body: `<ErrorResponse><Error>${fields(error)}</Error></ErrorResponse>` };
  }
  return { status: 200, body: `<${action}Response><${action}Result>${body}</${action}Result></${action}Response>` };
}
