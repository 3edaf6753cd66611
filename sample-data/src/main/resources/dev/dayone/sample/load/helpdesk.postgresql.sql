-- The same helpdesk for machines on which MariaDB does not start.
CREATE TABLE agents (
  id bigint PRIMARY KEY, email text NOT NULL, full_name text NOT NULL, team text NOT NULL, locale text NOT NULL,
  time_zone text NOT NULL, active boolean NOT NULL, created_at timestamp NOT NULL, last_seen_at timestamp NOT NULL);
CREATE TABLE organisations (
  id bigint PRIMARY KEY, name text NOT NULL, external_id text, domain text, tier text, created_at timestamp NOT NULL,
  updated_at timestamp NOT NULL);
CREATE TABLE requesters (
  id bigint PRIMARY KEY, organisation_id bigint, name text, email text, phone text, locale text, time_zone text,
  suspended boolean NOT NULL, created_at timestamp NOT NULL, updated_at timestamp NOT NULL);
CREATE TABLE tickets (
  id bigint PRIMARY KEY, requester_id bigint NOT NULL, assignee_id bigint, subject text, description text, status text,
  priority text, channel text, language text, product_area text, created_at timestamp NOT NULL,
  first_reply_minutes integer, due_at timestamp, solved_at timestamp, reopened_count integer NOT NULL,
  is_deleted boolean NOT NULL, updated_at timestamp NOT NULL);
CREATE TABLE comments (
  id bigint PRIMARY KEY, ticket_id bigint NOT NULL, author_type text, author_id bigint, body text,
  is_public boolean NOT NULL, created_at timestamp NOT NULL);
CREATE TABLE satisfaction (
  id bigint NOT NULL, ticket_id bigint NOT NULL, score integer NOT NULL, remark text, rated_at timestamp NOT NULL);
-- after load
CREATE INDEX requesters_email ON requesters (email);
CREATE INDEX requesters_organisation ON requesters (organisation_id);
CREATE INDEX tickets_requester ON tickets (requester_id);
CREATE INDEX comments_ticket ON comments (ticket_id);
CREATE INDEX satisfaction_ticket ON satisfaction (ticket_id);
ANALYZE;
