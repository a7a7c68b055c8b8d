import { useId } from "preact/hooks";
import { carats, decimal } from "../format";

interface SliderProps {
  label: string;
  unit: string;
  min: number;
  max: number;
  step: number;
  value: number;
  /** Values worth stopping at. */
  marks?: number[];
  onInput: (value: number) => void;
}

export function Slider(props: SliderProps) {
  const id = useId();
  return (
    <div class="slider">
      <label for={id}>{props.label}</label>
      <output for={id}>
        {props.unit === "ct" ? carats(props.value) : `${decimal(props.value)} ${props.unit}`}
      </output>
      <input
        id={id}
        type="range"
        min={props.min}
        max={props.max}
        step={props.step}
        value={props.value}
        list={props.marks && `${id}-marks`}
        onInput={(event) => props.onInput(event.currentTarget.valueAsNumber)}
      />
      {props.marks && (
        <datalist id={`${id}-marks`}>
          {props.marks.map((mark) => (
            <option key={mark} value={mark} />
          ))}
        </datalist>
      )}
    </div>
  );
}
