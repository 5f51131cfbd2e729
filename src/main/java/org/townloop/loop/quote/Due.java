package org.townloop.loop.quote;

/** When a stage is to be paid. */
public enum Due {
    /** With the acceptance, which counts once it is paid. */
    AT_ACCEPTANCE,
    /** Some days before the work begins. */
    BEFORE_WORK,
    /** Once the stage before it is done. */
    WHEN_DONE;

    /** As it stands in addresses and in the names of texts. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
