package org.offshelf.importing.intake;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The fields of the form, for the contract; what each means is told at the parameters of the same names. */
@Schema(name = "ImportForm", description = "The document, and beside it the parameters, whichever you like.")
final class ImportForm {

    @Schema(type = SchemaType.STRING, format = "binary", required = true, description = "The document.")
    public String file;

    @Schema(type = SchemaType.BOOLEAN, defaultValue = "true")
    public String dryRun;

    public String regulator;

    @Schema(description = "As the parameter `kind`.", examples = "violation-notice")
    public String kind;

    public String title;

    @Schema(format = "date")
    public String published;

    @Schema(format = "date")
    public String deadline;

    @Schema(type = SchemaType.INTEGER)
    public String batchYear;

    @Schema(type = SchemaType.INTEGER)
    public String batchNumber;

    @Schema(type = SchemaType.INTEGER)
    public String overallNumber;

    @Schema(type = SchemaType.INTEGER)
    public String declaredCount;

    public String notice;

    public String follows;

    @Schema(format = "uri")
    public String sourceUrl;

    @Schema(description = "As the parameter `sourceKind`.", examples = "official")
    public String sourceKind;

    public String publisher;

    @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")
    public String partial;

    public String fileName;

    @Schema(type = SchemaType.INTEGER, defaultValue = "10")
    public String wait;

    private ImportForm() {
    }
}
