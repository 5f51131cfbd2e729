package org.townloop.surface.page;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What a controller answers: a page to show, or another address to go to. */
public sealed interface View {

    /**
     * A page.
     *
     * @param template its path below {@code templates}, without the ending: {@code portal/home}
     * @param model the template's only parameter
     */
    record Shown(String template, Object model, HttpStatus status) implements View {}

    /** Another address, fetched with GET: 303, so that a reload sends no form again. */
    record Redirect(String location) implements View {}

    /** A file to keep, named for the reader's disk. */
    record Download(String name, MediaType type, String text) implements View {}

    /** A file to keep that may be large: it is written while it is made. */
    record Streamed(String name, MediaType type, Content content) implements View {}

    /** Writes a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static View of(String template, Object model) {
        return new Shown(template, model, HttpStatus.OK);
    }

    static View of(String template, Object model, HttpStatus status) {
        return new Shown(template, model, status);
    }

    static View seeOther(String location) {
        return new Redirect(location);
    }
}
