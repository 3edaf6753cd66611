package dev.dayone.sample.server;

/** A server could not be started on this machine. The message is the reason in one line, without a stack trace's noise. */
public final class ServerFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    public ServerFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    public ServerFailedException(String message) {
        super(message);
    }

    /** The innermost reason of a failure as one line. */
    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.lines().findFirst().orElse(root.getClass().getSimpleName());
    }
}
