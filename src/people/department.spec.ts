import { expect, test } from '@jest/globals';
import { jobsByDepartment } from '#demo/catalogue/jobs.js';
import { Department, departmentOf } from './department.js';

test.each([...Object.keys(jobsByDepartment), 'Acting', 'Actors', 'Creator'])('knows the department %s', (name) => {
  expect(departmentOf(name)).not.toBe(Department.UNKNOWN);
});

test.each([null, '', 'Nonsense', 'toString'])('takes %j for an unknown department', (name) => {
  expect(departmentOf(name)).toBe(Department.UNKNOWN);
});
