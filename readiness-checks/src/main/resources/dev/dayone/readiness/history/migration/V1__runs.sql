CREATE TABLE dayone_run (
  pilot VARCHAR(64) NOT NULL,
  run VARCHAR(64) NOT NULL,
  snapshot VARCHAR(64) NOT NULL,
  sampled_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  completed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  version VARCHAR(2000) NOT NULL,
  verdict VARCHAR(20) NOT NULL,
  headline VARCHAR(2000) NOT NULL,
  PRIMARY KEY (pilot, run)
);
CREATE INDEX dayone_run_sampled ON dayone_run (pilot, sampled_at);

CREATE TABLE dayone_gate (
  pilot VARCHAR(64) NOT NULL,
  run VARCHAR(64) NOT NULL,
  position INTEGER NOT NULL,
  gate VARCHAR(40) NOT NULL,
  verdict VARCHAR(20) NOT NULL,
  PRIMARY KEY (pilot, run, position),
  FOREIGN KEY (pilot, run) REFERENCES dayone_run (pilot, run) ON DELETE CASCADE
);

CREATE TABLE dayone_table (
  pilot VARCHAR(64) NOT NULL,
  run VARCHAR(64) NOT NULL,
  position INTEGER NOT NULL,
  place VARCHAR(2000) NOT NULL,
  held_rows BIGINT,
  sampled_rows BIGINT NOT NULL,
  whole BOOLEAN NOT NULL,
  PRIMARY KEY (pilot, run, position),
  FOREIGN KEY (pilot, run) REFERENCES dayone_run (pilot, run) ON DELETE CASCADE
);

CREATE TABLE dayone_column (
  pilot VARCHAR(64) NOT NULL,
  run VARCHAR(64) NOT NULL,
  position INTEGER NOT NULL,
  place VARCHAR(2000) NOT NULL,
  name VARCHAR(2000) NOT NULL,
  type VARCHAR(2000) NOT NULL,
  PRIMARY KEY (pilot, run, position),
  FOREIGN KEY (pilot, run) REFERENCES dayone_run (pilot, run) ON DELETE CASCADE
);

-- What checks, links and metrics answered.
CREATE TABLE dayone_answer (
  pilot VARCHAR(64) NOT NULL,
  run VARCHAR(64) NOT NULL,
  position INTEGER NOT NULL,
  kind VARCHAR(10) NOT NULL,
  answer_key VARCHAR(2000) NOT NULL,
  title VARCHAR(2000) NOT NULL,
  verdict VARCHAR(20) NOT NULL,
  observed VARCHAR(2000),
  PRIMARY KEY (pilot, run, position),
  FOREIGN KEY (pilot, run) REFERENCES dayone_run (pilot, run) ON DELETE CASCADE
);

CREATE TABLE dayone_finding (
  pilot VARCHAR(64) NOT NULL,
  run VARCHAR(64) NOT NULL,
  position INTEGER NOT NULL,
  finding VARCHAR(64) NOT NULL,
  kind VARCHAR(100) NOT NULL,
  severity VARCHAR(20) NOT NULL,
  place VARCHAR(2000) NOT NULL,
  title VARCHAR(2000) NOT NULL,
  share DOUBLE PRECISION,
  known_since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (pilot, run, position),
  FOREIGN KEY (pilot, run) REFERENCES dayone_run (pilot, run) ON DELETE CASCADE
);

CREATE TABLE dayone_measure (
  pilot VARCHAR(64) NOT NULL,
  run VARCHAR(64) NOT NULL,
  position INTEGER NOT NULL,
  place VARCHAR(2000) NOT NULL,
  quantity VARCHAR(40) NOT NULL,
  measured DOUBLE PRECISION NOT NULL,
  low DOUBLE PRECISION NOT NULL,
  high DOUBLE PRECISION NOT NULL,
  seen_rows BIGINT NOT NULL,
  PRIMARY KEY (pilot, run, position),
  FOREIGN KEY (pilot, run) REFERENCES dayone_run (pilot, run) ON DELETE CASCADE
);
