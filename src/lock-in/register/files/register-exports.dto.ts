import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { allExports } from '../../exports/all-exports.js';

export const exportFormats = ['json', 'csv'] as const;
const mappings = allExports.map(({ id }) => id);
export const dossierFormats = ['html', 'md'] as const;

export class ExportQuery {
  /** `json`: the whole tree with the rows of the mapping; `csv`: the rows. @example 'csv' */
  @IsOptional() @IsIn(exportFormats) format?: (typeof exportFormats)[number];
  /** The text of rules. */
  @ApiProperty({ enum: mappings, required: false, default: 'dora' })
  @IsOptional()
  @IsIn(mappings)
  mapping?: string;
}

export class DossierQuery {
  /** @example 'html' */
  @IsOptional() @IsIn(dossierFormats) format?: (typeof dossierFormats)[number];
  /** A provider of the register, or a connection to one; may be left out where it names one only. @example 'Closed AI' */
  @IsOptional() @IsString() @Length(1, 200) vendor?: string;
}
