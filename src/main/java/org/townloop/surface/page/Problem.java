package org.townloop.surface.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a call failed, as RFC 9457 has it.
 *
 * @param type stable: {@code urn:townloop:problem:slot-taken}
 * @param title the type in words, in English
 * @param status the HTTP status
 * @param detail what is wrong and what to do, in the caller's language
 * @param field the field to mend, if it is one
 * @param held of a device that was revoked: the names of those of its scans that the town has
 * @param trace by which the operator finds the call in the log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String field,
        @Nullable List<String> held,
        String trace) {}
