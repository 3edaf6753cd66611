package dev.dayone.pilot.report;

/** The verdict of a check or a link. */
public enum CheckVerdict {
    /** The whole interval satisfies it. */
    PASS,
    /** No part of the interval satisfies it. */
    FAIL,
    /** The rows looked at do not decide. */
    UNDETERMINED,
    /** It could not be measured: a crash, no right, a wrong check. */
    NO_ANSWER
}
