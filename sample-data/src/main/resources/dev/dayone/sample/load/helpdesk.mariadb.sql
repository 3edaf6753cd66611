-- Kontorwerk's helpdesk: no foreign keys, times without a zone, a table without a primary key.
CREATE TABLE agents (
  id bigint PRIMARY KEY, email varchar(190) NOT NULL, full_name varchar(190) NOT NULL, team varchar(40) NOT NULL,
  locale varchar(8) NOT NULL, time_zone varchar(40) NOT NULL, active tinyint(1) NOT NULL, created_at datetime NOT NULL,
  last_seen_at datetime NOT NULL);
CREATE TABLE organisations (
  id bigint PRIMARY KEY, name varchar(190) NOT NULL, external_id varchar(20), domain varchar(190), tier varchar(20),
  created_at datetime NOT NULL, updated_at datetime NOT NULL);
CREATE TABLE requesters (
  id bigint PRIMARY KEY, organisation_id bigint, name varchar(190), email varchar(190), phone varchar(40),
  locale varchar(8), time_zone varchar(40), suspended tinyint(1) NOT NULL, created_at datetime NOT NULL,
  updated_at datetime NOT NULL, KEY requesters_email (email), KEY requesters_organisation (organisation_id));
CREATE TABLE tickets (
  id bigint PRIMARY KEY, requester_id bigint NOT NULL, assignee_id bigint, subject varchar(255), description text,
  status varchar(20), priority varchar(20), channel varchar(20), language varchar(8), product_area varchar(40),
  created_at datetime NOT NULL, first_reply_minutes int, due_at datetime, solved_at datetime, reopened_count int NOT NULL,
  is_deleted tinyint(1) NOT NULL, updated_at datetime NOT NULL, KEY tickets_requester (requester_id));
CREATE TABLE comments (
  id bigint PRIMARY KEY, ticket_id bigint NOT NULL, author_type varchar(20), author_id bigint, body text,
  is_public tinyint(1) NOT NULL, created_at datetime NOT NULL, KEY comments_ticket (ticket_id));
CREATE TABLE satisfaction (
  id bigint NOT NULL, ticket_id bigint NOT NULL, score int NOT NULL, remark text, rated_at datetime NOT NULL,
  KEY satisfaction_ticket (ticket_id));
-- after load
ANALYZE TABLE agents, organisations, requesters, tickets, comments, satisfaction;
