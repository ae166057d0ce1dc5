import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { ProjectStatusResponse } from '../projects/status/status.dto.js';

export class BoardQueryDto {
  /** Only projects in this stage. @example 'cutover' */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  stage?: string;

  /** Only projects of this owner. @example 'ada' */
  @IsOptional()
  @IsString()
  @Length(1, 120)
  owner?: string;

  /** `nextCursor` of the page before. */
  @IsOptional()
  @Matches(/^prj_[0-9a-z]{26}$/)
  page?: string;

  /** @example 500 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  limit?: number;
}

export class BoardResponse {
  /** By id, which is by age. */
  projects: ProjectStatusResponse[];
  /** Where /v1/events goes on from this snapshot. */
  cursor: string;
  /** Opaque: another text after every change among the projects that the token may see. @example '4711' */
  revision: string;
  /** Hand in as `page` for the next page; null on the last. @example null */
  nextCursor: string | null;
}
