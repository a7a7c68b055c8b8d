import { Field } from "../kit/Field";
import { Segments } from "../kit/Segments";
import { changed, number, unmeasured, type Draft, type GradeName, type Measure } from "./draft";
import { clarities, colors, cuts, magicWeights } from "./grades";

interface StoneFormProps {
  draft: Draft;
  /** What is wrong, by the JSON pointer of the field. */
  problems: Map<string, string>;
  onChange: (draft: Draft) => void;
}

/** A round brilliant: weight and grades, and its proportions where somebody has measured it. */
export function StoneForm({ draft, problems, onChange }: StoneFormProps) {
  const set = (name: Measure | GradeName) => (value: string) => onChange(changed(draft, name, value));
  const measure = (name: Measure, label: string, unit: string) => (
    <Field label={label} unit={unit} value={draft[name]} problem={problems.get(`/${name}`)} onInput={set(name)} />
  );
  const wrongMeasure = ["depth", "table", "x", "y", "z"].some((name) => problems.has(`/${name}`));
  return (
    <form class="stone-form" onSubmit={(event) => event.preventDefault()}>
      <Field label="Weight" unit="ct" value={draft.carat} problem={problems.get("/carat")} hint={magicHint(number(draft.carat))} onInput={set("carat")} />
      <div class="weights" role="group" aria-label="Magic weights in carats">
        {magicWeights.map((weight) => (
          <button key={weight} type="button" aria-pressed={number(draft.carat) === weight} onClick={() => set("carat")(weight.toFixed(2))}>
            {weight.toFixed(2)}
          </button>
        ))}
      </div>
      <Segments label="Cut" grades={cuts} value={draft.cut} problem={problems.get("/cut")} onChange={set("cut")} />
      <Segments label="Color" grades={colors} value={draft.color} problem={problems.get("/color")} onChange={set("color")} />
      <Segments label="Clarity" grades={clarities} value={draft.clarity} problem={problems.get("/clarity")} onChange={set("clarity")} />
      <details class="proportions" open={draft.measured || wrongMeasure}>
        <summary>
          Proportions <small>{draft.measured ? "as measured" : "usual for this weight and cut"}</small>
        </summary>
        <div class="measures">
          {measure("x", "Length x", "mm")}
          {measure("y", "Width y", "mm")}
          {measure("z", "Height z", "mm")}
          {measure("depth", "Depth", "%")}
          {measure("table", "Table", "%")}
        </div>
        <p class="hint">Depth follows from x, y and z, and z from depth.</p>
        {draft.measured && (
          <button type="button" class="link" onClick={() => onChange(unmeasured(draft))}>
            Back to the usual proportions
          </button>
        )}
      </details>
    </form>
  );
}

function magicHint(carat: number): string {
  const next = magicWeights.find((weight) => weight > carat);
  if (magicWeights.includes(carat)) return "A magic weight: from here on the trade pays more a carat";
  if (next && next - carat <= next * 0.05) return `Just below ${next.toFixed(2)} ct, a magic weight`;
  return "Magic weights, from which on the trade pays more a carat:";
}
