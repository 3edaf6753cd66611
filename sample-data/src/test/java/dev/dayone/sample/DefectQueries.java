package dev.dayone.sample;

import static dev.dayone.sample.defect.DefectKind.*;
import static java.util.Map.entry;

import dev.dayone.sample.defect.DefectKind;
import dev.dayone.sample.generator.FamilyNames;
import java.util.Map;

/** How a person would count each kind by SQL, knowing nothing of the generator. */
final class DefectQueries {
    static final Map<DefectKind, String> CRM = Map.ofEntries(
            entry(CONTACT_EMAIL_CASE, "contacts WHERE email LIKE '%@%' AND email ~ '[A-Z]'"),
            entry(CONTACT_EMAIL_BLANKS, "contacts WHERE email <> btrim(email)"),
            entry(CONTACT_EMAIL_ALIAS, "contacts WHERE email LIKE '%+%@%'"),
            entry(
                    CONTACT_EMAIL_PLACEHOLDER,
                    "contacts WHERE email IN ('N/A','-','test@test.com','none','unknown@unknown.com','x@x.x')"),
            entry(CONTACT_EMAIL_EMPTY, "contacts WHERE email = ''"),
            entry(
                    CONTACT_EMAIL_SHARED,
                    "contacts WHERE email LIKE 'info@%' AND email IN"
                            + " (SELECT email FROM contacts GROUP BY email HAVING count(*) > 2)"),
            entry(
                    CONTACT_DUPLICATE_EXACT,
                    "contacts a WHERE id > (SELECT min(id) FROM contacts b WHERE (to_jsonb(a) - 'id') = (to_jsonb(b) - 'id'))"),
            entry(
                    CONTACT_DUPLICATE_NEAR,
                    "contacts a WHERE first_name ~ '^.\\.$' AND EXISTS (SELECT 1 FROM contacts b WHERE b.id <> a.id"
                            + " AND b.account_id = a.account_id AND b.last_name = a.last_name AND b.phone = a.phone"
                            + " AND left(b.first_name, 1) = left(a.first_name, 1) AND length(b.first_name) > 2)"),
            entry(CONTACT_NAMES_SWAPPED, "contacts WHERE first_name IN " + FamilyNames.sql()),
            entry(CONTACT_NAME_MOJIBAKE, "contacts WHERE last_name LIKE '%Ã%'"),
            entry(CONTACT_TEST_RECORD, "contacts WHERE first_name = 'Test'"),
            entry(
                    CONTACT_PHONE_FORMAT,
                    "contacts WHERE phone !~ '^\\+[0-9]{8,15}$'"
                            + " AND phone NOT IN ('N/A','-','000000','123456','unknown')"),
            entry(CONTACT_PHONE_PLACEHOLDER, "contacts WHERE phone IN ('N/A','-','000000','123456','unknown')"),
            entry(CONTACT_BIRTH_DATE_DEFAULT, "contacts WHERE birth_date = '1970-01-01'"),
            entry(CONTACT_DATE_FORMATS, "contacts WHERE last_contacted_on !~ '^\\d{4}-\\d\\d-\\d\\d$'"),
            entry(CONTACT_DELETED_FLAG, "contacts WHERE deleted"),
            entry(CONTACT_SOURCE_ONLY_RECENT, "contacts WHERE lead_source IS NULL"),
            entry(CONTACT_ACCOUNT_ORPHAN, "contacts WHERE account_id NOT IN (SELECT id FROM accounts)"),
            entry(CONTACT_COUNTRY_SPELLING, "contacts WHERE length(country) <> 2"),
            entry(ACCOUNT_MERGED, "accounts WHERE merged_into_id IN (SELECT id FROM accounts) AND status = 'merged'"),
            entry(ACCOUNT_REVENUE_TEXT, "accounts WHERE annual_revenue !~ '^[0-9]+$'"),
            entry(DEAL_CLOSED_BEFORE_CREATED, "deals WHERE closed_at < created_at"),
            entry(DEAL_CURRENCY_IN_AMOUNT, "deals WHERE amount !~ '^[0-9]+\\.[0-9]{2}$'"),
            entry(
                    DEAL_STAGE_UNKNOWN,
                    "deals WHERE stage NOT IN ('qualification','demo','proposal','negotiation','won','lost')"),
            entry(DEAL_PROBABILITY_RANGE, "deals WHERE probability NOT BETWEEN 0 AND 100"),
            entry(DEAL_DATE_FAR_FUTURE, "deals WHERE expected_close_on > '2100-01-01'"),
            entry(ACTIVITY_CONTACT_ORPHAN, "activities WHERE contact_id NOT IN (SELECT id FROM contacts)"),
            entry(ACTIVITY_TIME_ZONE_SHIFT, "activities WHERE ticket_no IS NOT NULL"));

    static final Map<DefectKind, String> HELPDESK = Map.ofEntries(
            entry(ORGANISATION_REF_ZEROS_LOST, "organisations WHERE char_length(external_id) < 7"),
            entry(ORGANISATION_NAME_VARIANT, "organisations WHERE BINARY name = BINARY upper(name)"),
            entry(REQUESTER_EMAIL_CASE, "requesters WHERE email LIKE '%@%' AND BINARY email <> BINARY lower(email)"),
            entry(REQUESTER_EMAIL_ALIAS, "requesters WHERE email LIKE '%+%'"),
            entry(REQUESTER_EMAIL_BLANKS, "requesters WHERE char_length(email) <> char_length(trim(email))"),
            entry(REQUESTER_EMAIL_PLACEHOLDER, "requesters WHERE email IN ('noreply@example.com','n/a','-')"),
            entry(TICKET_HTML, "tickets WHERE description LIKE '%<p>%'"),
            entry(TICKET_TRUNCATED, "tickets WHERE char_length(description) = 255"),
            entry(
                    TICKET_PERSONAL_DATA,
                    "tickets WHERE description REGEXP 'DE[0-9]{2}( [0-9]{4}){4}|[0-9]{4}( [0-9]{4}){3}'"),
            entry(TICKET_TEST, "tickets WHERE description = 'test test test'"),
            entry(TICKET_MOJIBAKE, "tickets WHERE description LIKE BINARY '%Ã%'"),
            entry(
                    TICKET_DESCRIPTION_PLACEHOLDER,
                    "tickets WHERE char_length(description) < 15 AND subject NOT IN"
                            + " ('Test','asdf','test ticket - please ignore')"),
            entry(TICKET_SOLVED_BEFORE_CREATED, "tickets WHERE solved_at < created_at"),
            entry(TICKET_DATE_ZERO, "tickets WHERE due_at < '1971-01-01'"),
            entry(
                    TICKET_STATUS_UNKNOWN,
                    "tickets WHERE BINARY status NOT IN ('new','open','pending','on_hold','solved','closed')"),
            entry(TICKET_DELETED_FLAG, "tickets WHERE is_deleted"),
            entry(TICKET_AREA_ONLY_RECENT, "tickets WHERE product_area IS NULL"),
            entry(TICKET_REQUESTER_ORPHAN, "tickets WHERE requester_id NOT IN (SELECT id FROM requesters)"),
            entry(TICKET_ASSIGNEE_ORPHAN, "tickets WHERE assignee_id NOT IN (SELECT id FROM agents)"),
            entry(COMMENT_TICKET_ORPHAN, "comments WHERE ticket_id NOT IN (SELECT id FROM tickets)"),
            entry(RATING_OUT_OF_RANGE, "satisfaction WHERE score NOT BETWEEN 1 AND 5"));

    private DefectQueries() {}
}
