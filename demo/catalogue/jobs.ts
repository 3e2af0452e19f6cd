/** The departments and jobs that credits use, by department. */
export const jobsByDepartment: Readonly<Record<string, readonly string[]>> = {
  Directing: ['Director', 'Co-Director', 'First Assistant Director', 'Script Supervisor', 'Assistant Director'],
  Writing: [
    'Screenplay',
    'Writer',
    'Story',
    'Novel',
    'Dialogue',
    'Original Story',
    'Characters',
    'Theatre Play',
    'Book',
  ],
  Production: ['Producer', 'Executive Producer', 'Associate Producer', 'Co-Producer', 'Casting', 'Production Manager'],
  Camera: ['Director of Photography', 'Camera Operator', 'Still Photographer', 'Cinematography'],
  Editing: ['Editor', 'Assistant Editor', 'Colorist'],
  Sound: ['Original Music Composer', 'Music', 'Sound Designer', 'Sound Mixer', 'Songs', 'Sound Editor', 'Lyricist'],
  Art: ['Production Design', 'Art Direction', 'Set Decoration', 'Storyboard Artist', 'Production Designer'],
  'Costume & Make-Up': ['Costume Design', 'Makeup Artist', 'Hairstylist', 'Costume Designer'],
  'Visual Effects': [
    'Visual Effects',
    'Visual Effects Supervisor',
    'Animation',
    'Animation Director',
    'Special Effects',
  ],
  Lighting: ['Gaffer', 'Lighting Technician'],
  Crew: ['Choreographer', 'Stunt Coordinator', 'Stunts', 'Thanks'],
};

const departmentByJob = new Map(
  Object.entries(jobsByDepartment).flatMap(([department, jobs]) => jobs.map((job) => [job, department] as const)),
);

/** The department of a job; `Crew` for one that is not listed. */
export function departmentOf(job: string): string {
  return departmentByJob.get(job) ?? 'Crew';
}
