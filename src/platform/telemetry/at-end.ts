type Work = () => Promise<unknown>;

const works: Work[] = [];

/** Has something done before the process ends in order, such as what is still to be sent. */
export function holdUpEnd(work: Work): void {
  works.push(work);
}

/** Never rejects. */
export async function doLastThings(): Promise<void> {
  await Promise.allSettled(works.map((work) => work()));
}
