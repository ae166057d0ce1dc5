import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../platform/auth/allow.guard.js';
import { allRecipes } from './all-recipes.js';
import { RecipeListResponse, toRecipeResponse } from './recipes.dto.js';

@ApiTags('training')
@Controller('v1/recipes')
export class RecipesController {
  @Get()
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin')
  @ApiOperation({
    operationId: 'listRecipes',
    summary: 'The ways in which an open model can be made here, with reasons',
  })
  @ApiOkResponse({ type: RecipeListResponse })
  list(): RecipeListResponse {
    return { recipes: allRecipes.map(toRecipeResponse) };
  }
}
