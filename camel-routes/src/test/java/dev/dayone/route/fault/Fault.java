package dev.dayone.route.fault;

/** What goes wrong in a round. */
enum Fault {
    KILL_PROCESS("kill -9 of the sampling process"),
    KILL_SERVER("kill -9 of the server"),
    TERMINATE("pg_terminate_backend"),
    RESET("connection reset"),
    CUT("connection cut in the middle of an answer"),
    REFUSE("connections refused"),
    STALL("network stalled"),
    DELAY("each answer late"),
    THROTTLE("network narrow");

    private final String title;

    Fault(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
