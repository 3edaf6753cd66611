package dev.dayone.sample.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.sample.defect.DefectKind;
import dev.dayone.sample.defect.DefectLog;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompanyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static String text(Company company, DefectLog log) {
        RowText text = new RowText();
        Stream.concat(company.crm().stream(), company.helpdesk(NoDate.ZERO).stream())
                .forEach(table -> {
                    table.plantInTable(log);
                    for (long row = 0; row < table.count(); row++) {
                        table.write(row, text, log);
                    }
                });
        return text.take();
    }

    private static Map<DefectKind, Long> planted(Company company) {
        DefectLog log = new DefectLog();
        text(company, log);
        return Arrays.stream(DefectKind.values()).collect(Collectors.toMap(kind -> kind, log::count));
    }

    @Test
    void sameSeedGivesTheSameRowsToTheLastCharacter() {
        assertThat(text(new Company(7, 0.01, DAY), new DefectLog()))
                .isEqualTo(text(new Company(7, 0.01, DAY), new DefectLog()));
    }

    @Test
    void anotherSeedGivesOtherRows() {
        assertThat(text(new Company(8, 0.01, DAY), new DefectLog()))
                .isNotEqualTo(text(new Company(7, 0.01, DAY), new DefectLog()));
    }

    @Test
    void whatIsPlantedDoesNotDependOnTheReferenceDate() {
        assertThat(planted(new Company(42, 0.01, LocalDate.of(2027, 12, 31))))
                .isEqualTo(planted(new Company(42, 0.01, DAY)));
    }

    @Test
    void everyKindOccursEvenInTheSmallestCompany() {
        assertThat(planted(new Company(1, 0.001, DAY)))
                .hasSizeGreaterThan(30)
                .allSatisfy((kind, count) -> assertThat(count).as(kind.label()).isPositive());
    }

    @Test
    void aRowCanBeMadeWithoutThoseBeforeIt() {
        TableRows tickets = new Company(42, 0.01, DAY).helpdesk(NoDate.ZERO).get(3);
        RowText all = new RowText();
        for (long row = 0; row < 10; row++) {
            tickets.write(row, all, new DefectLog());
        }
        RowText one = new RowText();
        new Company(42, 0.01, DAY).helpdesk(NoDate.ZERO).get(3).write(9, one, new DefectLog());

        assertThat(all.take()).endsWith(one.take());
    }

    @Test
    void recordsEndBeforeTheReferenceDate() {
        RowText text = new RowText();
        TableRows contacts = new Company(42, 0.01, DAY).crm().get(2);
        contacts.write(contacts.count() - 1, text, new DefectLog());

        assertThat(text.take()).contains("2026-02-28").doesNotContain("2026-03-");
    }

    @Test
    void everyBlockOfRowsHoldsEachSlotOnce() {
        Slots slots = new Slots(42, "any");

        assertThat(Stream.iterate(400L, row -> row + 1).limit(Slots.SIZE).map(slots::slot))
                .doesNotHaveDuplicates()
                .hasSize(Slots.SIZE);
        assertThat(slots.slot(slots.row(2, 17))).isEqualTo(17);
        assertThat(slots.row(2, 17)).isBetween(400L, 599L);
    }

    @Test
    void escapesWhatBothLoadersTakeForStructure() {
        RowText text = new RowText();
        text.add("a\tb\nc\\d").add((String) null).add(true).addInstant(0).end();

        assertThat(text.take()).isEqualTo("a\\tb\\nc\\\\d\t\\N\t1\t1970-01-01 00:00:00+00\n");
    }

    @Test
    void bankNumbersHaveRightCheckDigits() {
        Draw draw = new Draw(1, Draw.Purpose.TICKET_TEXT, 1);
        String iban = BankNumbers.iban(draw).replace(" ", "");
        String turned = iban.substring(4) + "1314" + iban.substring(2, 4);

        assertThat(new java.math.BigInteger(turned).mod(java.math.BigInteger.valueOf(97)))
                .isEqualTo(java.math.BigInteger.ONE);
        assertThat(BankNumbers.card(draw)).matches("4111 11\\d\\d \\d{4} \\d{4}");
    }
}
