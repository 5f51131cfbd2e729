package org.townloop.loop.checkout;

/** A file that was bought and opened. */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record OpenedFile(String name, String mediaType, byte[] bytes) {

    /** Without what was paid for. */
    @Override
    public String toString() {
        return "OpenedFile[" + bytes.length + " bytes]";
    }
}
