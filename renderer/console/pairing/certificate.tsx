import { recordsOfKind } from '../../../core/show/records.ts';
import { lanSchema, type LanRecord } from '../../../core/station/remote.schema.ts';
import { useTopic, useWords } from '../use-link.ts';

/** Whether the network is served over HTTPS, and what a person compares on a tablet that warns. */
type Props = { onHttps: ((record: LanRecord) => void) | null };

export const Https = ({ onHttps }: Props) => {
  const t = useWords();
  const settings = useTopic('settings');
  const records = settings?.document.records ?? {};
  const record = recordsOfKind(records, 'lan', lanSchema)[0] ?? lanSchema.parse({});
  const { https, names } = record;
  return (
    <>
      <button
        type="button"
        aria-pressed={https}
        disabled={onHttps === null}
        onClick={() => onHttps?.({ https: !https, names })}
      >
        <b>{t('https')}</b> {https ? `● ${t('httpsOn')}` : `○ ${t('httpsOff')}`}
      </button>
      <Fingerprint />
    </>
  );
};

/** Nothing where the network is served in plain. */
export const Fingerprint = () => {
  const t = useWords();
  const certificate = useTopic('certificate');
  if (!certificate) return null;
  return (
    <div className="certificate">
      <p>{t('certificateCompare')}</p>
      <p>
        {t('certificate')}
        <br />
        <span className="mono fingerprint" data-testid="fingerprint">
          {certificate.fingerprint}
        </span>
      </p>
    </div>
  );
};
