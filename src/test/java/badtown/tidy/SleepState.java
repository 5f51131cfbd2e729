package badtown.tidy;

/** A lifecycle with a state that becomes itself, and one that nothing becomes. */
public enum SleepState {
    AWAKE,
    ASLEEP,
    DREAMING;

    public boolean canBecome(SleepState next) {
        return next == ASLEEP;
    }
}
