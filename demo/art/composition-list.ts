import type { Composition } from './composition.js';
import { balloon } from './compositions/balloon.js';
import { bareTree } from './compositions/bare-tree.js';
import { birds } from './compositions/birds.js';
import { blinds } from './compositions/blinds.js';
import { checkerFloor } from './compositions/checker-floor.js';
import { curtain } from './compositions/curtain.js';
import { cutLeaves } from './compositions/cut-leaves.js';
import { desert } from './compositions/desert.js';
import { doorway } from './compositions/doorway.js';
import { eye } from './compositions/eye.js';
import { filmReel } from './compositions/film-reel.js';
import { fishScales } from './compositions/fish-scales.js';
import { halftone } from './compositions/halftone.js';
import { keyhole } from './compositions/keyhole.js';
import { lighthouse } from './compositions/lighthouse.js';
import { loneWalker } from './compositions/lone-walker.js';
import { mountains } from './compositions/mountains.js';
import { openRoad } from './compositions/open-road.js';
import { rings } from './compositions/rings.js';
import { ringedPlanet } from './compositions/ringed-planet.js';
import { skyline } from './compositions/skyline.js';
import { slats } from './compositions/slats.js';
import { staircase } from './compositions/staircase.js';
import { sunHorizon } from './compositions/sun-horizon.js';
import { tiles } from './compositions/tiles.js';
import { umbrella } from './compositions/umbrella.js';
import { vortex } from './compositions/vortex.js';
import { waves } from './compositions/waves.js';

/** Everything a poster or backdrop can show. */
export const compositions: readonly Composition[] = [
  balloon,
  bareTree,
  birds,
  blinds,
  checkerFloor,
  curtain,
  cutLeaves,
  desert,
  doorway,
  eye,
  filmReel,
  fishScales,
  halftone,
  keyhole,
  lighthouse,
  loneWalker,
  mountains,
  openRoad,
  rings,
  ringedPlanet,
  skyline,
  slats,
  staircase,
  sunHorizon,
  tiles,
  umbrella,
  vortex,
  waves,
];
