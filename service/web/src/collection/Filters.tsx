import { useLocation } from "preact-iso/router";
import { Checks } from "../kit/Checks";
import { clarities, colors, cuts, type Grade } from "../stone/grades";
import type { Sought } from "./sought";

const names = (grades: Grade[]) => grades.map((grade) => grade.name);

export function Filters({ sought, onSeek }: { sought: Sought; onSeek: (next: Partial<Sought>) => void }) {
  const location = useLocation();
  const open = (event: Event) => {
    event.preventDefault();
    if (/^\d+$/.test(sought.number)) location.route(`/app/collection/${sought.number}`);
  };
  return (
    <section class="card filters" aria-label="Which stones">
      <Checks label="Cut" names={names(cuts)} chosen={sought.cut} onChange={(cut) => onSeek({ cut })} />
      <Checks label="Color" names={names(colors)} chosen={sought.color} onChange={(color) => onSeek({ color })} />
      <Checks label="Clarity" names={names(clarities)} chosen={sought.clarity} onChange={(clarity) => onSeek({ clarity })} />
      <div class="filter-row">
        <label>
          From ct
          <input type="text" inputMode="decimal" value={sought.caratMin} onInput={(event) => onSeek({ caratMin: event.currentTarget.value })} />
        </label>
        <label>
          To ct
          <input type="text" inputMode="decimal" value={sought.caratMax} onInput={(event) => onSeek({ caratMax: event.currentTarget.value })} />
        </label>
        <label>
          Priced by the expert
          <select value={sought.appraised} onChange={(event) => onSeek({ appraised: event.currentTarget.value as Sought["appraised"] })}>
            <option value="">All</option>
            <option value="true">Priced</option>
            <option value="false">Not yet</option>
          </select>
        </label>
        <label>
          Expert's price
          <select value={sought.verdict} onChange={(event) => onSeek({ verdict: event.currentTarget.value as Sought["verdict"] })}>
            <option value="any">Anywhere</option>
            <option value="above">Above the range</option>
            <option value="within">Within the range</option>
            <option value="below">Below the range</option>
          </select>
        </label>
        <form role="search" onSubmit={open}>
          <label>
            Number in the books
            <input type="search" inputMode="numeric" value={sought.number} onInput={(event) => onSeek({ number: event.currentTarget.value.trim() })} />
          </label>{" "}
          <button type="submit">Open</button>
        </form>
      </div>
    </section>
  );
}
