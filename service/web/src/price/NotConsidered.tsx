/** What a buyer looks at and the model doesn't know. */
export function NotConsidered({ what }: { what: string[] }) {
  return (
    <p class="hint">
      Not considered: {what.join(", ")}. Where they matter, look at the stone.
    </p>
  );
}
