package badtown.tidy;

/** A lifecycle without a transition table. */
public enum LampState {
    OFF,
    ON
}
