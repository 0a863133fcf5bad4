import { useT } from "@/i18n";

export function PageSkeleton() {
  const { t } = useT();
  return (
    <div className="page" role="status" aria-label={t("common.loading")}>
      <div className="bone" style={{ width: 180, height: 24 }} />
      <div className="bone-columns">
        {[5, 4, 6, 3, 4].map((count, column) => (
          <div key={column}>
            {Array.from({ length: count }, (_, row) => (
              <div key={row} className="bone" style={{ height: 84 }} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

export function Lines({ count = 4 }: { count?: number }) {
  const { t } = useT();
  return (
    <div role="status" aria-label={t("common.loading")}>
      {Array.from({ length: count }, (_, row) => (
        <div
          key={row}
          className="bone"
          style={{ height: 16, marginBottom: 10, width: `${90 - row * 9}%` }}
        />
      ))}
    </div>
  );
}
