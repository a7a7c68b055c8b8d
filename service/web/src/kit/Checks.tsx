/** Several of a few: chips that are on or off. */
export function Checks(props: { label: string; names: string[]; chosen: string[]; onChange: (chosen: string[]) => void }) {
  const toggle = (name: string) => props.onChange(props.chosen.includes(name) ? props.chosen.filter((other) => other !== name) : [...props.chosen, name]);
  return (
    <div class="checks" role="group" aria-label={props.label}>
      <span class="checks-label" aria-hidden="true">
        {props.label}
      </span>
      {props.names.map((name) => (
        <button key={name} type="button" aria-pressed={props.chosen.includes(name)} onClick={() => toggle(name)}>
          {name}
        </button>
      ))}
    </div>
  );
}
