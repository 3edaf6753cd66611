-- What Deequ's repository interface saves: one result, as Deequ writes it, under one key.
CREATE TABLE dayone_deequ_result (
  dataset_date BIGINT NOT NULL,
  tags VARCHAR(2000) NOT NULL,
  result TEXT NOT NULL,
  PRIMARY KEY (dataset_date, tags)
);
