import { useLocation } from "preact-iso/router";
import { useState } from "preact/hooks";
import { Checks } from "../kit/Checks";
import { clarities, colors, cuts, type Grade } from "../stone/grades";
import { isNoWeight, understood, type Sought } from "./sought";

const names = (grades: Grade[]) => grades.map((grade) => grade.name);

export function Filters({ sought, onSeek }: { sought: Sought; onSeek: (next: Partial<Sought>) => void }) {
  const location = useLocation();
  const [text, setText] = useState("");
  const [unknown, setUnknown] = useState<string[]>([]);
  const find = (event: Event) => {
    event.preventDefault();
    const found = understood(text);
    setUnknown(found.unknown);
    if (found.number !== undefined) location.route(`/app/collection/${found.number}`);
    else if (found.unknown.length === 0) onSeek(found.filters);
  };
  return (
    <section class="card filters" aria-label="Which stones">
      <form class="find" role="search" onSubmit={find}>
        <label for="find">Find</label>
        <input id="find" type="search" placeholder="4711, or 0.9-1.1 ct Ideal G VS1" value={text} aria-describedby="find-note" aria-invalid={unknown.length > 0 ? "true" : undefined} onInput={(event) => setText(event.currentTarget.value)} />
        <button type="submit">Find</button>
        <p id="find-note" class={unknown.length > 0 ? "problem" : "hint"} role={unknown.length > 0 ? "alert" : undefined}>
          {unknown.length > 0 ? `“${unknown.join(" ")}” is neither a weight nor a grade. Say a number in the books, or weight and grades.` : "A number in the books, or weight and grades in any order."}
        </p>
      </form>
      <Checks label="Cut" names={names(cuts)} chosen={sought.cut} onChange={(cut) => onSeek({ cut })} />
      <Checks label="Color" names={names(colors)} chosen={sought.color} onChange={(color) => onSeek({ color })} />
      <Checks label="Clarity" names={names(clarities)} chosen={sought.clarity} onChange={(clarity) => onSeek({ clarity })} />
      <div class="filter-row">
        <label>
          From ct
          <input type="text" inputMode="decimal" value={sought.caratMin} aria-invalid={isNoWeight(sought.caratMin) ? "true" : undefined} onInput={(event) => onSeek({ caratMin: event.currentTarget.value })} />
        </label>
        <label>
          To ct
          <input type="text" inputMode="decimal" value={sought.caratMax} aria-invalid={isNoWeight(sought.caratMax) ? "true" : undefined} onInput={(event) => onSeek({ caratMax: event.currentTarget.value })} />
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
      </div>
      {[sought.caratMin, sought.caratMax].filter(isNoWeight).map((no) => (
        <p key={no} class="problem" role="alert">
          “{no}” is no weight, so it isn't looked for: say it as 0.9 or 0,9.
        </p>
      ))}
    </section>
  );
}
