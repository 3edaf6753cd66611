package dev.dayone.readiness.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegexSetTest {
    private static int answer(RegexSet set, String text) {
        byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
        return set.answer(bytes, 1, bytes.length - 1);
    }

    private static void assertSameAsJava(List<String> regexes, List<String> texts) {
        RegexSet set = Objects.requireNonNull(RegexSet.of(regexes), () -> "cannot read " + regexes);
        Map<Integer, List<Boolean>> byAnswer = new HashMap<>();
        for (String text : texts) {
            int answer = answer(set, text);
            List<Boolean> found = regexes.stream()
                    .map(regex -> Pattern.compile(regex).matcher(text).find())
                    .toList();
            if (answer != RegexSet.UNTOLD) {
                assertThat(byAnswer.computeIfAbsent(answer, one -> found))
                        .as("'%s' in %s", text, regexes)
                        .isEqualTo(found);
            }
        }
        assertThat(byAnswer.values()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "^$",
                "^a+$",
                "a|b|",
                "^(?:ab|cd)*$",
                "^[0-9a-f]{32}$",
                "^mail[0-9]{1,20}@example\\.com$",
                "(?i)^HELLO",
                "(?s)a.b",
                "a.b",
                "[^a-c]",
                "[-a]",
                "[a-]",
                "\\d{3}-\\d{4}",
                "^\\w+@\\w+\\.\\w{2,}$",
                "^\\S+\\s\\S+$",
                "(a*)*b",
                "(?<year>\\d{4})-x",
                "a{0}b",
                "a{2,}",
                "(a|ab)(c|bcd)$",
                "\\Aab\\z",
                "x?$",
                "a+?b",
                "^|b",
                "$^",
                "a$|^b",
                "[\\d.]+",
                "\\t|\\(|\\\\"
            })
    void findsWhatJavaFinds(String regex) {
        Random random = new Random(regex.hashCode());
        assertSameAsJava(List.of(regex), texts(random, regex));
    }

    /** Of characters that the expressions have, so that they are found now and then. */
    private static List<String> texts(Random random, String regex) {
        String letters = "ab01.@- \n\rcABdXx_(\\\t" + regex.replaceAll("[^a-zA-Z0-9@.-]", "");
        List<String> texts = new ArrayList<>(List.of(
                "",
                "a",
                "ab",
                "hello",
                "HeLLo",
                "mail123@example.com",
                "555-1234",
                "2024-x",
                "0123456789abcdef".repeat(2),
                "x@y.de",
                "a b"));
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void findsWhatJavaFindsOfExpressionsMadeAtRandomAndTogether(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            List<String> regexes = List.of(any(random, 3), any(random, 3), "^" + any(random, 2) + "$");
            assertSameAsJava(regexes, texts(random, "ab").subList(0, 400));
        }
    }

    private static String any(Random random, int depth) {
        if (depth == 0) {
            return List.of("a", "b", ".", "[ab]", "[^a]", "\\d", "\\w", "c", "1")
                    .get(random.nextInt(9));
        }
        return switch (random.nextInt(7)) {
            case 0 -> any(random, depth - 1) + any(random, depth - 1);
            case 1 -> "(" + any(random, depth - 1) + "|" + any(random, depth - 1) + ")";
            case 2 ->
                "(?:" + any(random, depth - 1) + ")"
                        + List.of("*", "+", "?", "{2}", "{1,3}", "{2,}", "*?").get(random.nextInt(7));
            case 3 -> "(^|" + any(random, depth - 1) + ")" + any(random, depth - 1);
            case 4 -> any(random, depth - 1) + "($|" + any(random, depth - 1) + ")";
            default -> any(random, depth - 1);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a)\\1",
                "(?=a)b",
                "(?!a)b",
                "(?<=a)b",
                "a++",
                "\\bword\\b",
                "\\p{L}",
                "[a&&b]",
                "[[a]b]",
                "(?m)^a",
                "(?x)a b",
                "\\Qa\\E"
            })
    void leavesToJavaWhatItCannotRead(String regex) {
        Pattern.compile(regex);
        assertThat(RegexSet.of(List.of(regex))).isNull();
    }

    @Test
    void leavesToJavaTextsThatItCannotTell() {
        RegexSet set = Objects.requireNonNull(RegexSet.of(List.of("a$")));

        assertThat(answer(set, "ä")).isEqualTo(RegexSet.UNTOLD);
        assertThat(answer(set, "a\n")).isEqualTo(RegexSet.UNTOLD);
        assertThat(answer(set, "a\r")).isEqualTo(RegexSet.UNTOLD);
        assertThat(answer(set, "a")).isNotEqualTo(answer(set, "b"));
    }

    @Test
    void givesUpWhereStatesWouldBeTooMany() {
        RegexSet set = Objects.requireNonNull(RegexSet.of(List.of("a[ab]{14}c")));
        Random random = new Random(1);
        int untold = 0;
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 0; length < 60; length++) {
                text.append(random.nextBoolean() ? 'a' : 'b');
            }
            untold += answer(set, text.toString()) == RegexSet.UNTOLD ? 1 : 0;
        }

        assertThat(untold).isPositive();
    }
}
