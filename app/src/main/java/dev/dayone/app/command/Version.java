package dev.dayone.app.command;

import picocli.CommandLine.IVersionProvider;

/** The version, as the JAR's manifest has it. */
public final class Version implements IVersionProvider {
    /** The version of this build, or {@code dev} outside of a JAR. */
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"dayone " + current(), "Java " + Runtime.version()};
    }
}
