import { carats } from "../format";

/** Weight and grades, by which people know a stone. */
export const stoneName = (stone: { carat: number; cut: string; color: string; clarity: string }): string => `${carats(stone.carat)} ${stone.cut} ${stone.color} ${stone.clarity}`;
