import { type ReactNode, useId } from "react";
import classes from "@/components/picker.module.css";

export interface PickerOption {
  value: string;
  label: string;
}

// A plain select with the looks of the house: every phone and screen reader already knows how to
// use it, and it costs no script.
export function Picker({
  label,
  value,
  options,
  onChange,
  empty,
  hideLabel = false,
  icon,
  error,
  required,
}: {
  label: string;
  value: string | null | undefined;
  options: PickerOption[];
  onChange: (value: string | null) => void;
  // What "nothing chosen" is called; absent when something must be.
  empty?: string;
  hideLabel?: boolean;
  icon?: ReactNode;
  error?: string | undefined;
  required?: boolean;
}) {
  const id = useId();
  return (
    <div
      className={classes.picker}
      data-set={(hideLabel && value && empty !== undefined) || undefined}
    >
      <label htmlFor={id} className={hideLabel ? "sr-only" : classes.label}>
        {label}
      </label>
      <div className={classes.box}>
        {icon}
        <select
          id={id}
          required={required}
          value={value ?? ""}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange(event.target.value || null)}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      {error && (
        <p className="tone-bad" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
