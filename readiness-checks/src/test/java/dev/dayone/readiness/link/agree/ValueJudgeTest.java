package dev.dayone.readiness.link.agree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.report.Agreement.Attribute;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.wording.AgreementWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ValueJudgeTest {
    private final Random random = new Random(3);

    private static List<String> values(int rows, IntFunction<String> value) {
        return IntStream.range(0, rows).mapToObj(value).toList();
    }

    private static Optional<Attribute> judged(boolean oneToOne, List<String> mine, List<String> theirs) {
        return ValueJudge.of(
                new ValuePairs(
                        new ValuePairs.Place(ColumnRef.parse("a.t.v"), ColumnType.STRING),
                        new ValuePairs.Place(ColumnRef.parse("b.t.v"), ColumnType.STRING),
                        oneToOne,
                        mine,
                        theirs),
                (hits, rows) -> new Interval((double) hits / rows, (double) hits / rows));
    }

    @Test
    void tellsConflictsFromMereWriting() {
        List<String> mine = values(200, i -> "person" + i + "@x.org");
        List<String> theirs = values(
                200,
                i -> i < 20 ? "other" + i + "@y.org" : i < 50 ? "PERSON" + i + "@X.org " : "person" + i + "@x.org");

        Attribute attribute = judged(true, mine, theirs).orElseThrow();

        assertThat(attribute.same()).isEqualTo(150);
        assertThat(attribute.written()).isEqualTo(30);
        assertThat(attribute.conflicting()).isEqualTo(20);
        assertThat(attribute.writing()).containsExactly(new ValueCount("case", 30));
        assertThat(AgreementWords.attribute(attribute))
                .isEqualTo("In 20 of 200 matched rows a.t.v and b.t.v hold different values.");
        assertThat(AgreementWords.besides(attribute))
                .isEqualTo("150 are equal as they stand, and 30 differ in writing alone ('case': 30).");
    }

    @Test
    void takesAPhoneNumberWithoutItsCountryForTheSame() {
        List<String> mine = new ArrayList<>();
        List<String> theirs = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String rest = String.valueOf(1_234_567 + 1_037L * i);
            mine.add((i % 2 == 0 ? "+49" : "+33") + "15" + rest);
            theirs.add(
                    switch (i % 4) {
                        case 0 -> "015/" + rest;
                        case 1 -> "+33 (0)15 " + rest;
                        case 2 -> i < 50 ? "000000" : "(015) " + rest;
                        default -> i < 50 ? "+33 15 7777777" : "003315" + rest;
                    });
        }

        Attribute attribute = judged(true, mine, theirs).orElseThrow();

        assertThat(attribute.pairs()).as("without digits for want of a number").isEqualTo(88);
        assertThat(attribute.conflicting()).isEqualTo(12);
        assertThat(attribute.written()).isEqualTo(76);
    }

    @Test
    void takesAccentsAndMarksForWriting() {
        List<String> mine = values(60, i -> "Société Générale " + (char) ('a' + i % 26) + i);
        List<String> theirs = values(60, i -> "Societe-Generale, " + (char) ('a' + i % 26) + i);

        assertThat(judged(true, mine, theirs).orElseThrow().written()).isEqualTo(60);
    }

    @Test
    void saysNothingOfColumnsThatShareNoMoreThanTheirName() {
        List<String> people = values(200, i -> "Ann " + i);
        List<String> companies = values(200, i -> i % 10 == 0 ? "Ann " + i : "Company " + i);

        assertThat(judged(true, people, companies)).isEmpty();
    }

    @Test
    void saysNothingOfValuesThatAreEqualByChance() {
        List<String> mine = values(400, i -> random.nextInt(10) == 0 ? "closed" : "open");
        List<String> theirs = values(400, i -> random.nextInt(10) == 0 ? "closed" : "open");

        // More than four of five are equal.
        assertThat(judged(true, mine, theirs)).isEmpty();
    }

    @Test
    void findsConflictsOfAStatusThatBothSidesKeep() {
        List<String> mine = values(400, i -> i % 3 == 0 ? "closed" : "open");
        List<String> theirs = values(400, i -> i % 20 == 0 ? "lost" : i % 3 == 0 ? "Closed" : "Open");

        assertThat(judged(true, mine, theirs).orElseThrow().conflicting()).isEqualTo(20);
    }

    @Test
    void asksForMoreWhereRowsMatchSeveral() {
        List<String> contacts = values(400, i -> i % 5 == 0 ? "abroad" + i % 40 : "city" + i % 40);
        List<String> companies = values(400, i -> "city" + i % 40);

        assertThat(judged(false, contacts, companies)).isEmpty();
        assertThat(judged(true, contacts, companies)).isPresent();
    }

    @Test
    void asksForEnoughRows() {
        List<String> mine = values(19, i -> "value " + i);

        assertThat(judged(true, mine, mine)).isEmpty();
        assertThat(judged(true, List.of(), List.of())).isEmpty();
    }
}
