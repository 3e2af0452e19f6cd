import { expect, test } from '@jest/globals';
import { Department, departmentOf } from './department.js';

const known =
  'Acting,Actors,Art,Camera,Costume & Make-Up,Creator,Crew,Directing,Editing,Lighting,Production,Sound,Visual Effects,Writing';

test.each(known.split(','))('knows the department %s', (name) => {
  expect(departmentOf(name)).not.toBe(Department.UNKNOWN);
});

test.each([null, '', 'Nonsense', 'toString'])('takes %j for an unknown department', (name) => {
  expect(departmentOf(name)).toBe(Department.UNKNOWN);
});
