/** A column's head by which one can sort: upwards, downwards, as the API says it: `price`, `-price`. */
export function Sortable(props: { name: string; label: string; sort: string; figure?: boolean; onSort: (sort: string) => void }) {
  const up = props.sort === props.name;
  const down = props.sort === `-${props.name}`;
  return (
    <th scope="col" class={props.figure ? "figure" : ""} aria-sort={up ? "ascending" : down ? "descending" : "none"}>
      <button type="button" class="sort" onClick={() => props.onSort(down ? props.name : `-${props.name}`)}>
        {props.label}
        <span aria-hidden="true">{up ? " ↑" : down ? " ↓" : ""}</span>
      </button>
    </th>
  );
}
