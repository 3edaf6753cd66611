-- Kontorwerk's CRM, as grown: few constraints, names and texts where numbers and dates belong.
CREATE TABLE users (
  id bigint PRIMARY KEY, email text NOT NULL, full_name text NOT NULL, role text NOT NULL, team text NOT NULL,
  phone text NOT NULL, time_zone text NOT NULL, locale text NOT NULL, active boolean NOT NULL, hired_on date NOT NULL,
  last_login_at timestamptz NOT NULL, created_at timestamptz NOT NULL);
CREATE TABLE accounts (
  id bigint PRIMARY KEY, external_ref text NOT NULL, name text NOT NULL, domain text, industry text, country text,
  city text, postal_code text, phone text, annual_revenue text, currency char(3), employees integer, status text,
  merged_into_id bigint, owner_id bigint, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL);
CREATE TABLE contacts (
  id bigint PRIMARY KEY, account_id bigint, first_name text, last_name text, email text, phone text, job_title text,
  country text, language text, time_zone text, lead_source text, birth_date date, last_contacted_on text,
  marketing_consent boolean, status text, deleted boolean NOT NULL, created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL);
CREATE TABLE deals (
  id bigint PRIMARY KEY, account_id bigint NOT NULL, owner_id bigint, name text NOT NULL, stage text, amount text,
  probability integer, expected_close_on date, created_at timestamptz NOT NULL, closed_at timestamptz,
  updated_at timestamptz NOT NULL);
CREATE TABLE activities (
  id bigint PRIMARY KEY, contact_id bigint, user_id bigint, kind text NOT NULL, subject text,
  occurred_at timestamptz NOT NULL, duration_minutes integer, ticket_no bigint);
-- after load
ALTER TABLE accounts ADD FOREIGN KEY (owner_id) REFERENCES users (id);
ALTER TABLE deals ADD FOREIGN KEY (owner_id) REFERENCES users (id);
CREATE INDEX contacts_email ON contacts (email);
CREATE INDEX contacts_account ON contacts (account_id);
CREATE INDEX deals_account ON deals (account_id);
CREATE INDEX activities_contact ON activities (contact_id);
CREATE UNIQUE INDEX accounts_external_ref ON accounts (external_ref);
ANALYZE;
