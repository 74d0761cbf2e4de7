/** Several consents may widen one figure: each for its own readers, each withdrawn by itself. */
export const consentFigure = {
  version: 350,
  name: 'consent-figure',
  sql: `
    CREATE TABLE consent_figure (
      consent_id INTEGER NOT NULL REFERENCES consent(id),
      figure_id INTEGER NOT NULL REFERENCES figure(id),
      PRIMARY KEY (consent_id, figure_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX consent_figure_by_figure ON consent_figure(figure_id);
    INSERT INTO consent_figure(consent_id, figure_id)
      SELECT consent_id, id FROM figure WHERE consent_id IS NOT NULL;
    DROP INDEX figure_by_consent;
    ALTER TABLE figure DROP COLUMN consent_id;
  `,
}
