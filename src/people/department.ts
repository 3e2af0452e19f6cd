import { registerEnumType } from '@nestjs/graphql';

export enum Department {
  ACTING = 'ACTING',
  ART = 'ART',
  CAMERA = 'CAMERA',
  COSTUME_AND_MAKE_UP = 'COSTUME_AND_MAKE_UP',
  CREATION = 'CREATION',
  CREW = 'CREW',
  DIRECTING = 'DIRECTING',
  EDITING = 'EDITING',
  LIGHTING = 'LIGHTING',
  PRODUCTION = 'PRODUCTION',
  SOUND = 'SOUND',
  VISUAL_EFFECTS = 'VISUAL_EFFECTS',
  WRITING = 'WRITING',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(Department, {
  name: 'Department',
  description: 'The part of film-making that someone works in.',
  valuesMap: {
    ACTING: { description: 'Plays a role.' },
    ART: { description: 'Sets, props and the look of places.' },
    CAMERA: { description: 'Photography.' },
    COSTUME_AND_MAKE_UP: { description: 'Clothes, hair and faces.' },
    CREATION: { description: 'Invented the work.' },
    CREW: { description: 'Stunts, effects on the set and all that has no department of its own.' },
    DIRECTING: { description: 'Directors and their assistants.' },
    EDITING: { description: 'The cut.' },
    LIGHTING: { description: 'Light.' },
    PRODUCTION: { description: 'Producers and casting.' },
    SOUND: { description: 'Sound and music.' },
    VISUAL_EFFECTS: { description: 'Effects made after the shooting.' },
    WRITING: { description: 'Screenplay and story.' },
    UNKNOWN: { description: 'Not said, or a department that this API does not know yet.' },
  },
});

const byTmdbName = new Map(
  Object.entries({
    Acting: Department.ACTING,
    Actors: Department.ACTING,
    Art: Department.ART,
    Camera: Department.CAMERA,
    'Costume & Make-Up': Department.COSTUME_AND_MAKE_UP,
    Creator: Department.CREATION,
    Crew: Department.CREW,
    Directing: Department.DIRECTING,
    Editing: Department.EDITING,
    Lighting: Department.LIGHTING,
    Production: Department.PRODUCTION,
    Sound: Department.SOUND,
    'Visual Effects': Department.VISUAL_EFFECTS,
    Writing: Department.WRITING,
  }),
);

/** The department of TMDb's English name for it, such as `Costume & Make-Up`. */
export function departmentOf(tmdbName: string | null): Department {
  return byTmdbName.get(tmdbName ?? '') ?? Department.UNKNOWN;
}
