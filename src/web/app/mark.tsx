/** The mark of the product: a circuit that closes. */
export function Mark({ size = 32 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#0f766e" />
      <path
        d="M22.500 11.500a8 8 0 1 0 1.400 6.400"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <circle cx="23.200" cy="11.200" r="2.600" fill="#fff" />
    </svg>
  );
}
