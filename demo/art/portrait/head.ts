/** The middle of a head and half its breadth and height, in a picture of 400 by 600. */
export interface Head {
  x: number;
  y: number;
  rx: number;
  ry: number;
}
