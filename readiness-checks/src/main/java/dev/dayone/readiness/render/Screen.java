package dev.dayone.readiness.render;

/**
 * Lines for a terminal of a fixed width. Text is cut at the edge, and its white space and control characters are made
 * harmless; the only escape sequences are the colours that this class writes itself.
 */
final class Screen {
    private static final String RESET = "\u001B[0m";

    private final StringBuilder out = new StringBuilder();
    private final int width;
    private final boolean colour;

    Screen(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    int width() {
        return width;
    }

    Line line() {
        return new Line();
    }

    /** A heading with an empty line before it. */
    void heading(String text) {
        out.append('\n');
        line().strong(text).end();
    }

    /** Text over several lines. */
    void paragraph(String indent, String text, int lines) {
        for (String part : TextCells.wrap(PlainText.line(text), width - indent.length(), lines)) {
            line().plain(indent + part).end();
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** One line, from left to right. */
    final class Line {
        private int left = width;

        Line plain(String text) {
            return styled("", text);
        }

        Line strong(String text) {
            return styled("1", text);
        }

        Line dim(String text) {
            return styled("2", text);
        }

        Line answer(Badge badge, String text) {
            return styled(
                    switch (badge.tone()) {
                        case GOOD -> "1;32";
                        case BAD -> "1;31";
                        case UNSURE, WARN -> "1;33";
                        case NONE -> "2";
                    },
                    text);
        }

        void end() {
            int end = out.length();
            while (end > 0 && out.charAt(end - 1) == ' ') {
                end--;
            }
            out.setLength(end);
            out.append('\n');
        }

        private Line styled(String code, String text) {
            String cut = TextCells.cut(PlainText.spaced(text), left);
            left -= TextCells.width(cut);
            if (cut.isEmpty()) {
                return this;
            }
            if (colour && !code.isEmpty()) {
                out.append("\u001B[").append(code).append('m').append(cut).append(RESET);
            } else {
                out.append(cut);
            }
            return this;
        }
    }
}
