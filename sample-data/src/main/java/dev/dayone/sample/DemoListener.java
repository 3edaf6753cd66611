package dev.dayone.sample;

/** Hears what is being done, one line a step, from several threads. */
@FunctionalInterface
public interface DemoListener {
    /** A step begins or has ended, told for people. */
    void step(String line);
}
