import type { Stone } from "../api";
import { decimal, millimetres } from "../format";

/** What a stone measures. */
export function Facts({ stone }: { stone: Stone }) {
  return (
    <>
      <dt>Length × width × height</dt>
      <dd>
        {decimal(stone.x)} × {decimal(stone.y)} × {millimetres(stone.z)}
      </dd>
      <dt>Depth</dt>
      <dd>{decimal(stone.depth)} %</dd>
      <dt>Table</dt>
      <dd>{decimal(stone.table)} %</dd>
    </>
  );
}
