import { useId } from "preact/hooks";
import type { Grade } from "../stone/grades";

/** One of a few grades: radio buttons in a row, with what the chosen one means. */
export function Segments(props: { label: string; grades: Grade[]; value: string; problem?: string | undefined; onChange: (name: string) => void }) {
  const id = useId();
  const chosen = props.grades.find((grade) => grade.name === props.value);
  return (
    <fieldset class="segments" aria-describedby={`${id}-hint`}>
      <legend>{props.label}</legend>
      <div class="segments-row">
        {props.grades.map((grade) => (
          <label key={grade.name} title={grade.meaning}>
            <input type="radio" name={id} value={grade.name} checked={grade.name === props.value} onChange={() => props.onChange(grade.name)} />
            <span>{grade.name}</span>
          </label>
        ))}
      </div>
      <p id={`${id}-hint`} class={props.problem ? "problem" : "hint"}>
        {props.problem ?? chosen?.meaning ?? "Choose one"}
      </p>
    </fieldset>
  );
}
