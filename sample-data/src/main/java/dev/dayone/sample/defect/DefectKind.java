package dev.dayone.sample.defect;

import java.util.List;
import java.util.Locale;

/** Every kind of defect that the sample company holds: what it is and where it lies. */
public enum DefectKind {
    CONTACT_EMAIL_CASE(
            "crm.contacts", "Upper-case letters in an e-mail; the same person is lower case elsewhere", "email"),
    CONTACT_EMAIL_BLANKS("crm.contacts", "Blanks before or after an e-mail", "email"),
    CONTACT_EMAIL_ALIAS("crm.contacts", "An e-mail with a plus alias; the helpdesk knows the plain one", "email"),
    CONTACT_EMAIL_PLACEHOLDER("crm.contacts", "N/A, -, test@test.com and their like in place of an e-mail", "email"),
    CONTACT_EMAIL_EMPTY("crm.contacts", "An empty text where there is no e-mail, instead of null", "email"),
    CONTACT_EMAIL_SHARED("crm.contacts", "Several contacts behind one info@ mailbox", "email"),
    CONTACT_DUPLICATE_EXACT(
            "crm.contacts",
            "A contact imported twice: all alike but the id",
            "account_id",
            "first_name",
            "last_name",
            "email",
            "phone"),
    CONTACT_DUPLICATE_NEAR(
            "crm.contacts",
            "The same person again, with an initial for the first name and another spelling of the e-mail",
            "account_id",
            "first_name",
            "last_name",
            "email",
            "phone"),
    CONTACT_NAMES_SWAPPED("crm.contacts", "First name and last name swapped", "first_name", "last_name"),
    CONTACT_NAME_MOJIBAKE("crm.contacts", "UTF-8 read as Latin-1: MÃ¼ller for Müller", "last_name"),
    CONTACT_TEST_RECORD("crm.contacts", "A record made to try the system out", "first_name", "last_name", "email"),
    CONTACT_PHONE_FORMAT("crm.contacts", "A phone number that is not in the form +491234567", "phone"),
    CONTACT_PHONE_PLACEHOLDER("crm.contacts", "N/A, 000000 and their like in place of a phone number", "phone"),
    CONTACT_BIRTH_DATE_DEFAULT("crm.contacts", "1970-01-01 where no date of birth was known", "birth_date"),
    CONTACT_DATE_FORMATS("crm.contacts", "Dates as text in other forms than 2026-01-31", "last_contacted_on"),
    CONTACT_DELETED_FLAG("crm.contacts", "Rows that are deleted by a flag only", "deleted"),
    CONTACT_SOURCE_ONLY_RECENT("crm.contacts", "Filled only since about 200 days ago, null before", "lead_source"),
    CONTACT_ACCOUNT_ORPHAN("crm.contacts", "Points to an account that does not exist", "account_id"),
    CONTACT_COUNTRY_SPELLING("crm.contacts", "Germany, Deutschland or GER where the code DE belongs", "country"),
    ACCOUNT_MERGED(
            "crm.accounts",
            "Merged into another account but still there, and contacts still point to such",
            "status",
            "merged_into_id"),
    ACCOUNT_REVENUE_TEXT("crm.accounts", "Numbers as text: 1.234.567,00 or 2,5 Mio or EUR 1,200,000", "annual_revenue"),
    DEAL_CLOSED_BEFORE_CREATED("crm.deals", "Closed before it was created", "created_at", "closed_at"),
    DEAL_CURRENCY_IN_AMOUNT("crm.deals", "Another currency inside the amount: $ 12,300 among plain EUR", "amount"),
    DEAL_STAGE_UNKNOWN("crm.deals", "A stage outside the picklist", "stage"),
    DEAL_PROBABILITY_RANGE("crm.deals", "A probability above 100 or below 0", "probability"),
    DEAL_DATE_FAR_FUTURE("crm.deals", "9999-12-31 where no date was known", "expected_close_on"),
    ACTIVITIES_STALE(Unit.TABLE, "crm.activities", "Nothing has been written for about 120 days", "occurred_at"),
    ACTIVITY_CONTACT_ORPHAN("crm.activities", "Points to a contact that does not exist", "contact_id"),
    ACTIVITY_TIME_ZONE_SHIFT(
            "crm.activities",
            "A ticket's mirror in the CRM, in UTC; the helpdesk wrote the same moment as UTC+2 without saying so",
            "occurred_at"),
    ORGANISATION_REF_ZEROS_LOST(
            "helpdesk.organisations", "The CRM's reference without its leading zeros: 4711 for 0004711", "external_id"),
    ORGANISATION_NAME_VARIANT("helpdesk.organisations", "The account's name in capitals", "name"),
    REQUESTER_EMAIL_CASE("helpdesk.requesters", "Upper-case letters in an e-mail", "email"),
    REQUESTER_EMAIL_ALIAS("helpdesk.requesters", "An e-mail with a plus alias", "email"),
    REQUESTER_EMAIL_BLANKS("helpdesk.requesters", "A blank after an e-mail", "email"),
    REQUESTER_EMAIL_PLACEHOLDER("helpdesk.requesters", "A placeholder in place of an e-mail", "email"),
    REQUESTER_NOT_IN_CRM("helpdesk.requesters", "An e-mail that no contact of the CRM has", "email"),
    TICKET_HTML("helpdesk.tickets", "HTML in a text", "description"),
    TICKET_TRUNCATED("helpdesk.tickets", "A text cut off at 255 characters", "description"),
    TICKET_PERSONAL_DATA("helpdesk.tickets", "An IBAN or a card number in free text", "description"),
    TICKET_TEST("helpdesk.tickets", "A ticket made to try the system out", "subject", "description"),
    TICKET_MOJIBAKE("helpdesk.tickets", "UTF-8 read as Latin-1", "subject", "description"),
    TICKET_DESCRIPTION_PLACEHOLDER("helpdesk.tickets", "-, N/A or 'see subject' in place of a text", "description"),
    TICKET_SOLVED_BEFORE_CREATED("helpdesk.tickets", "Solved before it was created", "created_at", "solved_at"),
    TICKET_DATE_ZERO("helpdesk.tickets", "0000-00-00 00:00:00 (1970-01-01 on PostgreSQL) as due date", "due_at"),
    TICKET_STATUS_UNKNOWN("helpdesk.tickets", "A status outside the picklist", "status"),
    TICKET_DELETED_FLAG("helpdesk.tickets", "Rows that are deleted by a flag only", "is_deleted"),
    TICKET_AREA_ONLY_RECENT("helpdesk.tickets", "Filled only since about 240 days ago, null before", "product_area"),
    TICKET_REQUESTER_ORPHAN("helpdesk.tickets", "Points to a requester that does not exist", "requester_id"),
    TICKET_ASSIGNEE_ORPHAN("helpdesk.tickets", "Points to an agent that does not exist", "assignee_id"),
    COMMENT_TICKET_ORPHAN("helpdesk.comments", "Points to a ticket that does not exist", "ticket_id"),
    RATING_OUT_OF_RANGE("helpdesk.satisfaction", "A score outside 1 to 5", "score"),
    RATING_TABLE_WITHOUT_KEY(Unit.TABLE, "helpdesk.satisfaction", "A table without a primary key", "id");

    /** What a count counts. */
    public enum Unit {
        ROWS,
        TABLE;

        /** The name in files. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Unit unit;
    private final String source;
    private final String table;
    private final String what;

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<String> columns;

    DefectKind(String place, String what, String... columns) {
        this(Unit.ROWS, place, what, columns);
    }

    DefectKind(Unit unit, String place, String what, String... columns) {
        int dot = place.indexOf('.');
        this.unit = unit;
        this.source = place.substring(0, dot);
        this.table = place.substring(dot + 1);
        this.what = what;
        this.columns = List.of(columns);
    }

    /** The name in files, such as {@code contact-email-case}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is counted: rows, or the table as one. */
    public Unit unit() {
        return unit;
    }

    /** The source that holds it: {@code crm} or {@code helpdesk}. */
    public String source() {
        return source;
    }

    /** The table that holds it. */
    public String table() {
        return table;
    }

    /** What it is, in one sentence. */
    public String what() {
        return what;
    }

    /** The columns that show it. */
    public List<String> columns() {
        return columns;
    }
}
