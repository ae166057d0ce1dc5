import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, Matches } from 'class-validator';

const keysMax = 50;

export class FrozenRowsQuery {
  /** Row keys, hex, with commas between them. */
  @ApiProperty({ type: String, example: '7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(keysMax)
  @Matches(/^[0-9a-f]{64}$/, { each: true })
  keys: string[];
}

export class FrozenRowResponse {
  rowKey: string;
  /** What is asked: the user's text, or for several turns one line a turn. */
  text: string;
  label: string | null;
}

export class FrozenRowListResponse {
  /** Those of the keys that the data set has, by key. */
  rows: FrozenRowResponse[];
}
